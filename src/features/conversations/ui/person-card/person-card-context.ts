"use client";

import { createContext, useContext } from "react";

/** Shows who somebody is, beside the element that was clicked. */
export type OpenPersonCard = (userId: string, anchor: HTMLElement) => void;

export const PersonCardContext = createContext<OpenPersonCard | null>(null);

/** Null where there are no cards: outside of the chat. */
export const useOpenPersonCard = () => useContext(PersonCardContext);
