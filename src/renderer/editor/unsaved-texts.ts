/** The texts of this window that could not be stored yet: tried again every few seconds, when the window comes to the front, and when the library is back. */
import { client } from '../api.ts'
import { closeToasts, toastError } from '../ui/toast.tsx'
import { createTryAgain } from './try-again.ts'

export const unsavedTexts = createTryAgain({ onWait: toastError, onDone: closeToasts, onRefuse: toastError })

window.addEventListener('focus', () => { void unsavedTexts.now() })
client.subscribe(({ name }) => { if (name === 'library.changed') void unsavedTexts.now() })
