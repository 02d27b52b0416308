// Small islands on pages that work without them.
import "htmx.org";
import { dropFiles } from "./drop";
import { closeMenus } from "./menus";
import { startPasskeys } from "./passkeys";
import { helpOnReading } from "./reader";

closeMenus();
dropFiles();
helpOnReading();
startPasskeys();
