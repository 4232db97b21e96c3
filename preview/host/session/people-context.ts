import { createContext } from 'react';
import type { BootPerson } from '../../wire/wire';

/** Everyone on the demo site, for whatever has to show a name or a face. */
export const PeopleContext = createContext<readonly BootPerson[]>([]);
