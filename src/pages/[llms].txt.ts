import type { APIRoute } from 'astro';
import { writeLlms } from '../machines/llms.ts';
import { isForMachines, machineSite } from '../machines/site.ts';
import { llmsFile } from '../routes.ts';

/** The index of all pages for assistants. A parameter, so that there can be none. */
export const getStaticPaths = async () =>
  (await isForMachines()) ? [{ params: { llms: llmsFile.slice(1, -'.txt'.length) } }] : [];

export const GET: APIRoute = async ({ site }) =>
  new Response(writeLlms(await machineSite(site)), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
