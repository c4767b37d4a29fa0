import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { resultsOf } from '../../../tree/walk-data.ts';

/** What the results of a tree say: all of them, loaded while the first question is read, before any answer. */
export const getStaticPaths = async () =>
  (await siteContent()).trees.map((tree) => ({ params: { tree: tree.id }, props: { tree } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(resultsOf(props.tree, await siteContent()));
