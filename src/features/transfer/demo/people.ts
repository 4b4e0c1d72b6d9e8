import type { UserRole } from "@/features/users/dto";

export type DemoPerson = { name: string; displayName: string; role: UserRole };

/** Windrow, a company that does not exist, makes small weather stations for orchards and vineyards. */
export const demoPeople = [
  { name: "nadia", displayName: "Nadia Brandt", role: "admin" },
  { name: "tomas", displayName: "Tomás Arroyo", role: "moderator" },
  { name: "ines", displayName: "Inês Vaz", role: "user" },
  { name: "aoi", displayName: "田辺 葵", role: "user" },
  { name: "kenji", displayName: "森 健司", role: "user" },
  { name: "layla", displayName: "ليلى حداد", role: "user" },
  { name: "omar", displayName: "عمر منصور", role: "user" },
  { name: "piet", displayName: "Piet de Wolf", role: "user" },
  { name: "greta", displayName: "Greta Lindqvist", role: "user" },
  { name: "ruth", displayName: "Ruth Okafor", role: "user" },
  { name: "sam", displayName: "Sam Whitlock", role: "user" },
  { name: "jonas", displayName: "Jonas Feld", role: "user" },
] as const satisfies DemoPerson[];

export type DemoName = (typeof demoPeople)[number]["name"];

export const demoEmail = (name: DemoName) => `${name}@windrow.example`;

/** Printed in the documentation: whoever can reach the instance can sign in with it. */
export const demoPassword = "windrow-demo";
