/** For how many days of use each article has been in the bin: `last_day` is the day that was counted last, `since` tells one stay from the next. */
export const binStays = `
CREATE TABLE bin_stay (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, since TEXT NOT NULL, days INTEGER NOT NULL, last_day TEXT NOT NULL
) STRICT;
`
