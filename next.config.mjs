import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg-boss", "pino", "postgres", "pusher"],
  // `tsc` checks the whole project on its own; a build need not do it a second time.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
