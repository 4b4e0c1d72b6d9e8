import { createHash } from "node:crypto";
import { AppError } from "@/server/app-error";
import { logoBytesMaximum, logoSizes } from "../logo-limits";

/** Pictures with more pixels are not opened: a small file can unfold into a huge one. */
const pixelLimit = 4_096 * 4_096;

export type RenderedLogo = {
  size: keyof typeof logoSizes;
  hash: string;
  png: Uint8Array;
  width: number;
  height: number;
};

/**
 * Makes the stored sizes of a logo from a file: PNGs that hold the picture and nothing else of it. What the file is
 * says its beginning, not its name. Throws LOGO_TOO_LARGE, LOGO_TYPE, or LOGO_UNREADABLE.
 */
export async function renderLogo(bytes: Uint8Array): Promise<RenderedLogo[]> {
  if (bytes.byteLength > logoBytesMaximum) {
    throw new AppError("LOGO_TOO_LARGE", { kilobytes: logoBytesMaximum / 1024 });
  }
  if (!isPicture(bytes)) throw new AppError("LOGO_TYPE");
  const { default: sharp } = await import("sharp");
  return Promise.all(
    (Object.keys(logoSizes) as (keyof typeof logoSizes)[]).map(async (size) => {
      const edge = logoSizes[size];
      const { data, info } = await sharp(bytes, {
        limitInputPixels: pixelLimit,
        failOn: "error",
        animated: false,
      })
        .autoOrient()
        .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
        .png({ compressionLevel: 9 })
        .toBuffer({ resolveWithObject: true })
        .catch(() => {
          throw new AppError("LOGO_UNREADABLE");
        });
      const hash = createHash("sha256").update(size).update(data).digest("hex");
      return { size, hash, png: data, width: info.width, height: info.height };
    }),
  );
}

/** PNG, JPEG or WebP by their first bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return (
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("\xff\xd8\xff") ||
    (start.startsWith("RIFF") && start.slice(8) === "WEBP")
  );
}
