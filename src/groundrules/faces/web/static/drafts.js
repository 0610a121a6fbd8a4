/* groundrules: built from web/; licences in LICENSES.txt */
"use strict";(()=>{var s="finding-",t=class extends HTMLElement{connectedCallback(){let n=this.closest(`[id^="${s}"]`)?.id.slice(s.length),e=this.querySelector("a");!n||!e||(e.href=`${this.dataset.base??""}${encodeURIComponent(n)}`,e.hidden=!1)}};customElements.define("finding-link",t);})();
