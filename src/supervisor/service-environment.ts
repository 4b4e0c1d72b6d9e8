/** How the application reaches its services: part of the environment of every process of OffChat. */
export interface ServiceEnvironment {
  DATABASE_URL: string;
  SOKETI_HOST: string;
  SOKETI_PORT: string;
  SOKETI_APP_ID: string;
  SOKETI_APP_KEY: string;
  SOKETI_APP_SECRET: string;
}

type Environment = Record<string, string | undefined>;

const SOKETI = [
  "SOKETI_HOST",
  "SOKETI_PORT",
  "SOKETI_APP_ID",
  "SOKETI_APP_KEY",
  "SOKETI_APP_SECRET",
] as const;

/** The address of an external PostgreSQL server, null when the embedded one is wanted. */
export function externalDatabase({
  DATABASE_URL,
}: Environment): Pick<ServiceEnvironment, "DATABASE_URL"> | null {
  return DATABASE_URL ? { DATABASE_URL } : null;
}

/** The address of an external Soketi (or other Pusher-protocol server), null when the embedded one is wanted. */
export function externalSoketi(environment: Environment): Omit<ServiceEnvironment, "DATABASE_URL"> | null {
  if (SOKETI.some((name) => !environment[name])) return null;
  return Object.fromEntries(SOKETI.map((name) => [name, environment[name]])) as Omit<
    ServiceEnvironment,
    "DATABASE_URL"
  >;
}
