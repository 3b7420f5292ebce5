package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.upload.Upload;

/**
 * Files and folders dropped anywhere on the page, and tables pasted outside a field, are uploads.
 * Each says which others were chosen with it.
 */
final class DropAndPaste {

  /** The listeners are the document's: they leave it together with the upload. */
  private static final String SCRIPT =
      """
      const upload = this;
      if (upload.dropAndPaste) upload.dropAndPaste.abort();
      if (!upload.together) {
        upload.together = true;
        const add = upload._addFiles;
        upload._addFiles = files => {
          const all = Array.from(files);
          // A folder holds files that nobody sees.
          const chosen = all.length > 1 ? all.filter(file => !file.name.startsWith('.')) : all;
          const count = Math.min(chosen.length, upload.maxFiles);
          const mark = Date.now();
          chosen.forEach(file => {
            file.together = mark + '/' + count;
            // The component says the name aloud: without characters that turn text around.
            const name = file.name.replace(/[\\p{Bidi_Control}\\p{Cc}]/gu, '');
            Object.defineProperty(file, 'name', {value: name});
          });
          add.call(upload, chosen);
        };
        upload.addEventListener('upload-request', event =>
          event.detail.xhr.setRequestHeader('X-Together', event.detail.file.together || '/1'));
      }
      const listening = upload.dropAndPaste = new AbortController();
      const on = (type, listener) => document.addEventListener(type, event => {
        if (!upload.isConnected) { listening.abort(); return; }
        listener(event);
      }, {signal: listening.signal});
      const holdsFiles = event => event.dataTransfer
        && Array.from(event.dataTransfer.types).includes('Files')
        && !event.composedPath().includes(upload);
      const mark = dropping => document.body.classList.toggle('dropping', dropping);
      on('dragover', event => {
        if (!holdsFiles(event)) { mark(false); return; }
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        mark(true);
      });
      on('dragleave', event => { if (!event.relatedTarget) mark(false); });
      on('drop', event => {
        mark(false);
        if (!holdsFiles(event)) return;
        event.preventDefault();
        // Folders are read by the component.
        upload._onDrop(event);
      });
      on('paste', event => {
        const target = event.composedPath()[0];
        const writes = target.isContentEditable || /^(input|textarea)$/i.test(target.tagName || '');
        if (writes || !event.clipboardData) return;
        const files = Array.from(event.clipboardData.files);
        const text = event.clipboardData.getData('text/plain');
        if (files.length === 0 && text.trim().includes('\\n')) {
          files.push(new File([text], 'pasted.csv', {type: 'text/csv'}));
        }
        if (files.length > 0) {
          event.preventDefault();
          upload._addFiles(files);
        }
      });
      """;

  private DropAndPaste() {}

  /** Sends what is dropped and pasted through an upload. */
  static void on(Upload upload) {
    upload.addAttachListener(event -> upload.getElement().executeJs(SCRIPT));
  }
}
