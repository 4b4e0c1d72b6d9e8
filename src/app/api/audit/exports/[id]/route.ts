import { Readable } from "node:stream";
import { openExport } from "@/features/audit-log/server/open-export";
import { headersContext } from "@/trpc/headers-context";
import { download, refused } from "../../download";

type Props = { params: Promise<{ id: string }> };

/** The file of an export, sent while it is read. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  try {
    const { fileName, type, content } = await openExport(await headersContext(), (await params).id);
    return download(fileName, type, Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>);
  } catch (error) {
    return refused(error);
  }
}
