import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layersOf, mergeFiles } from './layers.ts';
import { readYaml } from './read-file.ts';
import { framedBySchema } from './schemas/site.ts';

const file = 'organisation.yaml';

/**
 * Which other sites may show pages in a frame, before the content is read: whether there are pages for frames is decided
 * first.
 *
 * @param root the project's root folder
 * @returns what `framedBy` says in organisation.yaml; nothing when that has faults, which the check of the content tells
 */
export function readFramedBy(root: string): readonly string[] {
  const reads = layersOf(root)
    .filter(({ folder }) => existsSync(join(root, folder, file)))
    .map(({ folder }) => readYaml(root, `${folder}/${file}`, []));
  const told = { faults: [], removals: [], additions: [], usersOf: () => [] };
  const data = mergeFiles(`content/${file}`, reads, told)?.data as { readonly framedBy?: unknown } | null | undefined;
  return framedBySchema.safeParse(data?.framedBy).data ?? [];
}
