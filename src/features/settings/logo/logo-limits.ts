/** The largest file that is taken as a logo, in bytes. */
export const logoBytesMaximum = 512 * 1024;

/** The types that a logo may have, as a file dialog names them. */
export const logoTypes = ["image/png", "image/jpeg", "image/webp"] as const;

/** How long the longer side of each stored size is, in pixels. */
export const logoSizes = { small: 96, large: 512 } as const;

/** Where the instance's logo is found; the address changes with the picture. */
export type LogoAddresses = Record<keyof typeof logoSizes, string>;
