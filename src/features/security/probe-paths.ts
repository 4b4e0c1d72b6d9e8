/**
 * What scanners ask for: files and pages of other products, and places where secrets are left by mistake.
 * Nothing of ours is below these, so that nobody gets here by using the product.
 */
const probes = [
  /^\/\.(?!well-known\/)/,
  /^\/(wp-|wordpress|xmlrpc|phpmyadmin|pma|myadmin|adminer|cgi-bin|vendor\/phpunit|phpunit)/i,
  /\.(php\d?|asp|aspx|jsp|cgi|env|sql|bak|pem)$/i,
  /^\/(actuator|server-status|solr|jenkins|manager\/html|boaform|hnap1|owa|autodiscover|_ignition|telescope)(\/|$)/i,
  /(\.\.|%2e%2e)(\/|%2f)/i,
];

/** Whether a path is one that only scanners ask for. */
export function isProbePath(url: string): boolean {
  const [path = "/"] = url.split("?", 1);
  // Names of people's files may be anything.
  if (/^\/(api|files|_next)\//.test(path)) return false;
  return probes.some((probe) => probe.test(path));
}
