import { readLogoFile } from "@/features/settings/logo/server/get-logo";

type Props = { params: Promise<{ file: string }> };

/** The instance's logo, for anybody: it stands where people sign in, and in mail. Its address names its content. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const [, hash] = /^([0-9a-f]{64})\.png$/.exec((await params).file) ?? [];
  const png = hash ? await readLogoFile(hash) : null;
  if (!png) return new Response(null, { status: 404 });
  return new Response(Buffer.from(png), {
    headers: {
      "Content-Type": "image/png",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
