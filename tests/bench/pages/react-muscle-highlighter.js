import Body from 'react-muscle-highlighter';

import { serve } from './react-body.js';

serve(Body, 'onBodyPartPress');
