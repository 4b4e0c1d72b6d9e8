"use client";

import { useDeferredValue, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False while a page is taken over as the server rendered it, true ever after. What follows from it is made in the
 * background, so that the page answers meanwhile.
 */
export const useHydrated = (): boolean =>
  useDeferredValue(
    useSyncExternalStore(
      never,
      () => true,
      () => false,
    ),
  );
