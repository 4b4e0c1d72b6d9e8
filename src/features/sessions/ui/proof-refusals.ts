/** Refusals of what somebody proves once more who they are with: they belong beside its field. */
export function proofRefusals<Field extends string>(field: Field) {
  return { PASSWORD_WRONG: field, SECOND_FACTOR_WRONG: field, MAILED_CODE_WRONG: field } as const;
}
