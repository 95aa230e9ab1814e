import Body from '@mjcdev/react-body-highlighter';

import { serve } from './react-body.js';

serve(Body, 'onBodyPartClick');
