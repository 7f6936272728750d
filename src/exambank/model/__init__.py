"""Items, stimuli, banks and blueprints as frozen data; no places, no input or output."""
