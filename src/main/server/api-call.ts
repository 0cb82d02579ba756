/** One operation carried by one POST: {"name", "input"} in, a Reply out. */
import type { IncomingMessage } from 'node:http'
import { AppError, failure, type CallContext, type Dispatch, type Reply } from '../../shared/rpc.ts'

/** Bytes. A file of 20 MB, the most that can be imported, is 28 MB in base64. */
export const BODY_LIMIT = 32 * 1024 * 1024

/** Arrays and objects within each other. A note's list is two a level; past some thousand no thread can be given the call. */
const DEEPEST = 1000

export interface Answer {
  status: number
  reply: Reply
}

export async function answerCall(request: IncomingMessage, dispatch: Dispatch, context: CallContext): Promise<Answer> {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) return refusal(415, 'bad-input', 'Calls are made in application/json.')
  const body = await readBody(request)
  if (body === undefined) return refusal(413, 'too-large', `This is larger than ${BODY_LIMIT / 1024 / 1024} MB, the most that can be sent at once.`)
  if (isDeeper(body, DEEPEST)) return refusal(400, 'bad-input', `This is nested more than ${DEEPEST} deep, the most that is taken.`)
  const call = parseCall(body)
  if (!call) return refusal(400, 'bad-input', 'A call is an object with a name and an input.')
  return { status: 200, reply: await dispatch(call.name, call.input, context) }
}

export function refusal(status: number, code: AppError['code'], message: string): Answer {
  return { status, reply: failure(new AppError(code, message), () => {}) }
}

/** Undefined when it is too large: then the rest is read and dropped, so that the sender gets to read the answer. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= BODY_LIMIT) chunks.push(chunk)
    else chunks.length = 0
  }
  return bytes <= BODY_LIMIT ? Buffer.concat(chunks).toString('utf8') : undefined
}

/** Before it is parsed. Brackets in strings don't count. */
function isDeeper(json: string, most: number): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '"') at = endOfString(json, at)
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > most) return true
  }
  return false
}

/** Of the string that begins at `start`: where its last quotation mark is, or the text's end. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end - 1
    while (json[before] === '\\') before -= 1
    if ((end - before) % 2 === 1) return end
  }
  return json.length
}

function parseCall(body: string): { name: string; input: unknown } | undefined {
  try {
    const call: unknown = JSON.parse(body)
    if (!call || typeof call !== 'object' || !('name' in call) || typeof call.name !== 'string') return undefined
    return { name: call.name, input: 'input' in call ? call.input : undefined }
  } catch {
    return undefined
  }
}
