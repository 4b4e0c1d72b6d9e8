"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while a page is taken over as the server rendered it, true ever after. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
