// Good Terms on CloudFront: a function for viewer requests (runtime cloudfront-js-2.0). S3 knows no folders, so this
// one sends /guides to /guides/, and asks S3 for the index.html of /guides/.
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  var name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name === '') {
    request.uri = uri + 'index.html';
    return request;
  }
  // A name with a dot is a file; one without is a folder whose slash is missing.
  if (name.indexOf('.') !== -1) return request;
  // One slash at the front: two would name another server.
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: uri.replace(/^[/\\]+/, '/') + '/' + query(request.querystring) } },
  };
}

function query(parameters) {
  var pairs = [];
  for (var name in parameters) {
    var values = parameters[name].multiValue || [parameters[name]];
    for (var i = 0; i < values.length; i++) pairs.push(values[i].value === '' ? name : name + '=' + values[i].value);
  }
  return pairs.length > 0 ? '?' + pairs.join('&') : '';
}
