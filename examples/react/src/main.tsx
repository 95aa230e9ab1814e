import { createRoot } from 'react-dom/client';

import { Intake } from './Intake';

createRoot(document.querySelector('main')!).render(<Intake />);
