/** The eight speaker colours by name, 1 first. */
export const colourNames = ['Blue', 'Vermilion', 'Green', 'Ochre', 'Sky', 'Rose', 'Brown', 'Slate']
