/**
 * Names are unique, also between two programs: beside each stands its folded form (`foldName`, here as `fold_name`). Of two
 * things that were one name before, the older keeps it; the other has none, which a unique index lets stand as often as it is.
 */
const names = { speaker: 'name', issue: 'proposition', tag: 'name', collection: 'name' }

export const foldedNames = Object.entries(names).map(([table, name]) => `
ALTER TABLE ${table} ADD COLUMN folded TEXT;
UPDATE ${table} SET folded = fold_name(${name});
UPDATE ${table} SET folded = NULL WHERE seq NOT IN (SELECT min(seq) FROM ${table} GROUP BY folded);
CREATE UNIQUE INDEX ${table}_folded ON ${table} (folded);
-- Undo compares whole rows: what it remembers of these gets the new column too, as it would have been.
UPDATE change_row SET before = json_insert(before, '$.folded', fold_name(before ->> '$.${name}')), after = json_insert(after, '$.folded', fold_name(after ->> '$.${name}')) WHERE noun = '${table}';
UPDATE change_row SET
  before = iif(before ->> '$.folded' = twin.folded, json_set(before, '$.folded', NULL), before),
  after = iif(after ->> '$.folded' = twin.folded, json_set(after, '$.folded', NULL), after)
  FROM (SELECT seq, fold_name(${name}) AS folded FROM ${table} WHERE folded IS NULL) AS twin
  WHERE noun = '${table}' AND row = twin.seq;
`).join('')
