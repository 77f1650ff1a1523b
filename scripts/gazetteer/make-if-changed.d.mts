/** Makes the gazetteer unless there is one from these sources. @returns whether it was made */
export function makeGazetteerIfChanged(): Promise<boolean>;
