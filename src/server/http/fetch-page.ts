import { lookup as resolveName } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export type FetchLimits = {
  /** Bytes after which reading stops; what came until then is returned. */
  maximumBytes: number;
  /** For everything together, redirects included, in milliseconds. */
  timeoutMs: number;
  maximumRedirects: number;
};

/** What may be reached; everything public by default. Tests permit a server of their own. */
export type Reach = { permitsAddress: (address: string) => boolean; permitsPort: (port: number) => boolean };

const thePublicWeb: Reach = {
  permitsAddress: isPublicAddress,
  permitsPort: (port) => port === 80 || port === 443,
};

/** Why a page was not fetched: expected, nobody's fault here. */
export class PageUnreachable extends Error {}

/**
 * Fetches the beginning of an HTML page that somebody else named, without reaching anything that is not on the public
 * web (server-side request forgery: OWASP, "SSRF Prevention Cheat Sheet"). The address is checked at the moment of
 * connecting, so that a name that changes its answer gains nothing, and again at every redirect. No cookies, no
 * credentials. Throws PageUnreachable.
 */
export async function fetchPage(
  url: string,
  limits: FetchLimits,
  reach: Reach = thePublicWeb,
): Promise<{ url: string; html: string }> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let current = url;
  for (let redirects = 0; redirects <= limits.maximumRedirects; redirects++) {
    const answer = await open(current, reach, signal);
    const next = redirectOf(answer, current);
    if (next === null) return { url: current, html: await readHtml(answer, limits.maximumBytes) };
    answer.destroy();
    current = next;
  }
  throw new PageUnreachable("too many redirects");
}

function open(url: string, reach: Reach, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new PageUnreachable(error.message, { cause: error }));
    const target = URL.canParse(url) ? new URL(url) : null;
    if (!target || !["http:", "https:"].includes(target.protocol))
      return fail(new Error("not a web address"));
    if (target.username || target.password) return fail(new Error("an address with credentials"));
    const secure = target.protocol === "https:";
    if (!reach.permitsPort(Number(target.port || (secure ? 443 : 80))))
      return fail(new Error("port not permitted"));
    const host = target.hostname.replace(/^\[|\]$/g, "");
    // A name is checked when it has been resolved; an address is never looked up.
    if (isIP(host) && !reach.permitsAddress(host)) return fail(new Error("address not permitted"));
    const sent = (secure ? requestHttps : requestHttp)(target, {
      signal,
      agent: false,
      lookup: permittedLookup(reach),
      headers: { accept: "text/html", "accept-encoding": "identity", "user-agent": "OffChat link preview" },
    });
    sent.once("response", resolve);
    sent.once("error", fail);
    sent.end();
  });
}

/** Resolves names as Node does, and refuses those of which any address is not permitted. */
function permittedLookup({ permitsAddress }: Reach): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => permitsAddress(address)))
        return callback(new Error("address not permitted"), "", 0);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, base: string): string | null {
  if (statusCode < 300 || statusCode > 399 || !headers.location) return null;
  if (!URL.canParse(headers.location, base)) throw new PageUnreachable("a redirect to nowhere");
  return new URL(headers.location, base).href;
}

async function readHtml(answer: IncomingMessage, maximumBytes: number): Promise<string> {
  const type = answer.headers["content-type"] ?? "";
  if (answer.statusCode !== 200 || !/^text\/html\b/i.test(type)) {
    answer.destroy();
    throw new PageUnreachable(`${answer.statusCode} ${type}`);
  }
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer) {
      pieces.push(piece);
      size += piece.length;
      if (size >= maximumBytes) break;
    }
  } catch (error) {
    throw new PageUnreachable("the answer broke off", { cause: error });
  }
  return decoderFor(type).decode(Buffer.concat(pieces).subarray(0, maximumBytes));
}

function decoderFor(type: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
