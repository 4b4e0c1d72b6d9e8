import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Texts are parsed while building, so that no browser downloads the parser.
  experimental: {
    messages: { path: "./src/i18n", format: "json", locales: "infer", precompile: true },
  },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg-boss", "pino", "postgres", "pusher"],
  // `tsc` checks the whole project on its own; a build need not do it a second time.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
