import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { machinePages } from '../../machines/pages.ts';
import { isForMachines, machineSite } from '../../machines/site.ts';

/** Every page as Markdown beside it, for programs that read. */
export const getStaticPaths = async () =>
  (await isForMachines())
    ? machinePages(await machineSite(undefined)).map(({ address }) => ({
        params: { page: address.slice(1, -1) },
        props: { address },
      }))
    : [];

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) => {
  const page = machinePages(await machineSite(site)).find(({ address }) => address === props.address);
  return new Response(page?.markdown(), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
