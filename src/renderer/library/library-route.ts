/** Which articles the library shows. */
export interface LibraryRoute {
  view?: 'inbox' | 'archive' | 'bin'
  collectionId?: string
  tagId?: string
}
