/** The encodings that a reader can choose for a file, as labels of the Encoding Standard, with names for people. */
export const encodingNames = {
  'utf-8': 'Unicode (UTF-8)', 'utf-16le': 'Unicode (UTF-16)', 'windows-1252': 'Western European (Windows-1252)', macintosh: 'Western European (Mac)',
  'windows-1250': 'Central European (Windows-1250)', 'iso-8859-2': 'Central European (ISO 8859-2)', 'windows-1257': 'Baltic (Windows-1257)',
  'windows-1251': 'Cyrillic (Windows-1251)', 'koi8-r': 'Russian (KOI8-R)', 'koi8-u': 'Ukrainian (KOI8-U)', 'iso-8859-5': 'Cyrillic (ISO 8859-5)', ibm866: 'Cyrillic (DOS)',
  'windows-1253': 'Greek (Windows-1253)', 'windows-1254': 'Turkish (Windows-1254)', 'windows-1255': 'Hebrew (Windows-1255)', 'windows-1256': 'Arabic (Windows-1256)',
  'windows-874': 'Thai (Windows-874)', 'windows-1258': 'Vietnamese (Windows-1258)', gbk: 'Chinese, simplified (GBK)', big5: 'Chinese, traditional (Big5)',
  shift_jis: 'Japanese (Shift JIS)', 'euc-jp': 'Japanese (EUC-JP)', 'iso-2022-jp': 'Japanese (ISO-2022-JP)', 'euc-kr': 'Korean (EUC-KR)',
} as const

export type EncodingLabel = keyof typeof encodingNames
export const encodings = Object.keys(encodingNames) as EncodingLabel[]
