/** What two articles have in common, and what only one of them has. */

/** A statement as far as this needs it. */
export interface SaidIn { highlightId: string; issueId: string | null; speakerId: string | null }

export interface SharedIssue {
  issueId: string
  /** In the order of the text; of each highlight once. */
  left: string[]
  right: string[]
}

export interface OnlyInOne {
  /** With the highlight that leads there. */
  issues: { id: string; highlightId: string }[]
  speakers: { id: string; highlightId: string }[]
}

/** In the order of the left article. Statements in the order of their text. */
export function sharedIssues(left: SaidIn[], right: SaidIn[]): SharedIssue[] {
  const [leftBy, rightBy] = [byIssue(left), byIssue(right)]
  return [...leftBy].flatMap(([issueId, highlightIds]) => {
    const others = rightBy.get(issueId)
    return others ? [{ issueId, left: highlightIds, right: others }] : []
  })
}

/** Issues and speakers that `one` covers and `other` does not, each at its first statement. */
export function onlyIn(one: SaidIn[], other: SaidIn[]): OnlyInOne {
  const [issues, speakers] = [new Set(other.map(({ issueId }) => issueId)), new Set(other.map(({ speakerId }) => speakerId))]
  return {
    issues: firsts(one.map(({ issueId, highlightId }) => ({ id: issueId, highlightId })), issues),
    speakers: firsts(one.map(({ speakerId, highlightId }) => ({ id: speakerId, highlightId })), speakers),
  }
}

function firsts(said: { id: string | null; highlightId: string }[], known: Set<string | null>): { id: string; highlightId: string }[] {
  const found = new Map<string, string>()
  for (const { id, highlightId } of said) if (id && !known.has(id) && !found.has(id)) found.set(id, highlightId)
  return [...found].map(([id, highlightId]) => ({ id, highlightId }))
}

function byIssue(said: SaidIn[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { issueId, highlightId } of said) {
    if (!issueId) continue
    const known = found.get(issueId)
    if (!known) found.set(issueId, [highlightId])
    else if (!known.includes(highlightId)) known.push(highlightId)
  }
  return found
}
