namespace Luoshi.Reading.Documents.Encodings;

/// <param name="Encoding">Name of the encoding: utf-8, utf-16le, utf-16be, gb18030, big5.</param>
/// <param name="Guessed">Neither a byte-order mark nor valid UTF-8 nor a declaration told it.</param>
internal sealed record DecodedText(string Text, string Encoding, bool Guessed);
