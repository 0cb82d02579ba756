/** Each row that a person wrote, and each step of its history, has a checksum over its other columns; `migrate` gives it to those that are there. */
const tables = [
  'article', 'revision', 'reading_place', 'highlight', 'highlight_range', 'statement', 'speaker', 'speaker_alias', 'issue', 'note', 'note_link',
  'tag', 'article_tag', 'highlight_tag', 'collection', 'article_collection', 'comparison', 'look', 'event', 'draft', 'change', 'change_row',
]

export const checksums = tables.map((table) => `ALTER TABLE ${table} ADD COLUMN checksum INTEGER;\n`).join('')
