/** In SQL what `mayBeAnothers` (shared/highlight.ts) says of a row of `highlight`: until it is decided it keeps its place, the first of its candidates. */
export const mayBeAnothers = "(highlight.waiting AND highlight.state = 'said-by-another')"
