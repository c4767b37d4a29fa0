import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { isForMachines, machineSite } from '../machines/site.ts';
import { wholeContent, wholeContentSchema } from '../machines/whole.ts';
import { contentFile, contentSchemaFile } from '../routes.ts';
import { buildDay } from '../site/build-day.ts';

/** The whole content as data, and the schema of it. */
export const getStaticPaths = async () =>
  (await isForMachines())
    ? [contentFile, contentSchemaFile].map((file) => ({
        params: { content: file.slice(1, -'.json'.length) },
        props: { file },
      }))
    : [];

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) =>
  Response.json(
    props.file === contentSchemaFile
      ? wholeContentSchema()
      : wholeContent(await machineSite(site), buildDay(process.env, process.cwd())),
  );
