// Bundles styles and scripts into the folder given, with content hashes in the names, a compressed copy beside each,
// and manifest.json: logical name -> built name.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const out = process.argv[2] ?? "dist";
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const bundle = await build({
  entryPoints: ["Assets/scripts/app.ts", "Assets/styles/app.css"],
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  outdir: out,
  legalComments: "none",
  logLevel: "warning",
});
const files = bundle.outputFiles.map((file) => ({ name: basename(file.path), bytes: Buffer.from(file.contents) }));
files.push({ name: "seal.svg", bytes: await readFile("Assets/images/seal.svg") });

const manifest = {};
for (const { name, bytes } of files) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const extension = extname(name);
  const built = `${basename(name, extension)}-${hash}${extension}`;
  manifest[name] = built;
  await writeFile(join(out, built), bytes);
  await writeFile(join(out, `${built}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  await writeFile(join(out, `${built}.gz`), gzipSync(bytes, { level: 9 }));
}
await writeFile(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
