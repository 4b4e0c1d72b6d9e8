/** Longest name and description of a group, in UTF-16 code units. */
export const groupNameMaximum = 80;
export const groupDescriptionMaximum = 500;
/** People who can be added at once. */
export const addedMembersMaximum = 200;
