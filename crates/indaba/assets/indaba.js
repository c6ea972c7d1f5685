// The pages are complete without this file. It only shortens the way.
"use strict";
