/**
 * Events belong to articles or to a collection; those of before belong to all the articles there are, and stand where they
 * stood. `article_ids` is JSON; '' || makes it the text that undo remembers.
 */
export const eventArticles = `
ALTER TABLE event ADD COLUMN article_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event ADD COLUMN collection_id TEXT;
UPDATE event SET article_ids = (SELECT json_group_array(id ORDER BY seq) FROM article);
UPDATE change_row SET
  before = json_insert(before, '$.article_ids', (SELECT '' || json_group_array(id ORDER BY seq) FROM article), '$.collection_id', NULL),
  after = json_insert(after, '$.article_ids', (SELECT '' || json_group_array(id ORDER BY seq) FROM article), '$.collection_id', NULL)
  WHERE noun = 'event';
`
