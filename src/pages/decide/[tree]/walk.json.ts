import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { walkOf } from '../../../tree/walk-data.ts';

/** What the walk through a tree needs, loaded when somebody begins: the same for every reader, and before any answer. */
export const getStaticPaths = async () =>
  (await siteContent()).trees.map((tree) => ({ params: { tree: tree.id }, props: { tree } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(walkOf(props.tree, await siteContent()));
