import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';

export interface Import {
  from: string;
  /** A file, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

/** All imports of the source files below `folders`, but for code that is generated. */
export async function readImports(folders: string[]): Promise<Import[]> {
  const found: Import[] = [];
  for (const folder of folders.filter((folder) => existsSync(folder))) {
    for (const name of await readdir(folder, { recursive: true })) {
      const from = join(folder, name);
      if (!/\.tsx?$/.test(name) || /\bnode_modules\/|^src\/chain\/generated\//.test(from)) continue;
      const text = await readFile(from, 'utf8');
      found.push(
        ...parseImports(text).map(({ place, typeOnly }) => ({ from, to: at(from, place), typeOnly })),
      );
    }
  }
  return found;
}

/** What a file imports or exports from elsewhere, in every form the language has. */
export function parseImports(text: string): { place: string; typeOnly: boolean }[] {
  const listed = text.matchAll(/^(?:import|export)\b( type)?(?:[^'";]*? from)? '([^']+)'/gm);
  const inPlace = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...[...listed].map(([, type, place = '']) => ({ place, typeOnly: type !== undefined })),
    ...[...inPlace].map(([, place = '']) => ({ place, typeOnly: false })),
  ];
}

function at(from: string, place: string): string {
  return place.startsWith('.') ? relative('.', normalize(join(dirname(from), place))) : place;
}
