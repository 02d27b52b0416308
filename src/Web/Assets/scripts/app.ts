// Small islands on pages that work without them.
import "htmx.org";
import { closeMenus } from "./menus";

closeMenus();
