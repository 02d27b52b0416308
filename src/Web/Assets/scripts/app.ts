// Small islands on pages that work without them.
import "htmx.org";
import { countBlanks } from "./blanks";
import { dropFiles } from "./drop";
import { faceFiles } from "./files";
import { keepTyped } from "./keeper";
import { checkLines } from "./linecheck";
import { closeMenus } from "./menus";
import { startPasskeys } from "./passkeys";
import { helpOnReading } from "./reader";
import { walkRows } from "./rows";

closeMenus();
dropFiles();
faceFiles();
helpOnReading();
keepTyped();
checkLines();
countBlanks();
startPasskeys();
walkRows();
