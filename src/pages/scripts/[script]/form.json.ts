import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { formOf } from '../../../script/script-form.ts';
import { siteContent } from '../../../content/site-content.ts';

/** What a script's form needs, for guides that embed it and load it only when it is wanted. */
export const getStaticPaths = async () =>
  (await siteContent()).scripts.map((script) => ({ params: { script: script.id }, props: { script } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(formOf(props.script, await siteContent()));
