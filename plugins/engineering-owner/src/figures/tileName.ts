import { createContext } from 'react';

/** The id of the name of the tile around a figure, which is part of its own. */
export const TileName = createContext<string | undefined>(undefined);
